"""Where work orders with their steps and confirmations lie, and what plans are made with."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer

from console.domain.cardflow import FlowColumn, FlowStep
from console.domain.exchange import ColumnMap
from console.domain.orders import Confirmation, WorkOrder
from console.domain.planning import Changeover
from console.domain.products import LineStock, Product
from console.records.columns import LONG, Packed, key, record_table, when, words
from console.records.shelves import shelf

work_order = record_table(
    "work_order",
    Column("number", words(120), nullable=False),
    Column("product", words(160), nullable=False, index=True),
    Column("quantity", Integer, nullable=False),
    Column("made", when(), nullable=False),
    Column("made_by", key(), nullable=False),
    Column("line", key(), nullable=False, index=True),
    Column("due", when()),
    Column("rush", Boolean(create_constraint=False), nullable=False),
    Column("note", LONG, nullable=False),
    Column("source", words(120), nullable=False),
    Column("steps", Packed, nullable=False),
    Column("column", words(40), nullable=False, index=True),
    Column("since", when()),
    Column("rank", words(255), nullable=False),
    Column("blocked", LONG, nullable=False),
    Column("blocked_at", when()),
    Column("blocked_by", key(), nullable=False),
    Column("released", when()),
    Column("started", when()),
    Column("finished", when(), index=True),
    Column("ended", words(20), nullable=False),
    Column("why", LONG, nullable=False),
    Column("good", Integer, nullable=False),
    Column("scrap", Integer, nullable=False),
    Column("rework", Integer, nullable=False),
    Column("split_from", key(), nullable=False),
    Column("merged_into", key(), nullable=False),
    Column("changes", Packed, nullable=False),
    Column("changed", when()),
    Column("seen", when()),
    Column("seen_by", key(), nullable=False),
    Column("planned_day", when()),
    Column("planned_shift", words(120), nullable=False),
)
order_confirmation = record_table(
    "order_confirmation",
    Column("order", key(), nullable=False, index=True),
    Column("line", key(), nullable=False),
    Column("at", when(), nullable=False, index=True),
    Column("who", key(), nullable=False),
    Column("good", Integer, nullable=False),
    Column("scrap", Integer, nullable=False),
    Column("rework", Integer, nullable=False),
    Column("proposed_good", Integer),
    Column("proposed_scrap", Integer),
    Column("day", when()),
    Column("shift", words(120), nullable=False),
    Column("reasons", Packed, nullable=False),
    Column("note", LONG, nullable=False),
    Column("taken_back", when()),
    Column("taken_back_by", key(), nullable=False),
)
flow_step = record_table(
    "flow_step",
    Column("flow", words(40), nullable=False),
    Column("card", key(), nullable=False, index=True),
    Column("at", when(), nullable=False, index=True),
    Column("who", key(), nullable=False),
    Column("source", words(40), nullable=False),
    Column("target", words(40), nullable=False),
    Column("what", words(20), nullable=False),
    Column("reason", LONG, nullable=False),
    Column("over", Boolean(create_constraint=False), nullable=False),
    Column("rank", words(255), nullable=False),
)
flow_column = record_table(
    "flow_column",
    Column("limit", Integer, nullable=False),
    Column("per_lane", Boolean(create_constraint=False), nullable=False),
    Column("policy", LONG, nullable=False),
)
product = record_table(
    "product",
    Column("name", words(120), nullable=False),
    Column("unit", words(40), nullable=False),
    Column("parts", Packed, nullable=False),
    Column("steps", Packed, nullable=False),
    Column("lines", Packed, nullable=False),
    Column("family", words(160), nullable=False),
    Column("source", words(120), nullable=False),
)
line_stock = record_table(
    "line_stock",
    Column("line", key(), nullable=False, index=True),
    Column("material", words(128), nullable=False),
    Column("quantity", Double, nullable=False),
    Column("minimum", Double, nullable=False),
    Column("maximum", Double, nullable=False),
    Column("bin", Double, nullable=False),
    Column("at", when()),
    Column("by", key(), nullable=False),
)
changeover = record_table(
    "changeover",
    Column("line", key(), nullable=False),
    Column("source", words(160), nullable=False),
    Column("target", words(160), nullable=False),
    Column("seconds", Double, nullable=False),
)
exchange_map = record_table(
    "exchange_map",
    Column("name", words(120), nullable=False),
    Column("columns", Packed, nullable=False),
    Column("date", words(60), nullable=False),
    Column("due_time", words(10), nullable=False),
    Column("comma", Boolean(create_constraint=False), nullable=False),
    Column("lines", Packed, nullable=False),
    Column("truth", Packed, nullable=False),
)

shelf(WorkOrder, work_order)
shelf(Confirmation, order_confirmation)
shelf(FlowStep, flow_step)
shelf(FlowColumn, flow_column)
shelf(Product, product)
shelf(LineStock, line_stock)
shelf(Changeover, changeover)
shelf(ColumnMap, exchange_map)
__all__ = [
    "changeover",
    "exchange_map",
    "flow_column",
    "flow_step",
    "line_stock",
    "order_confirmation",
    "product",
    "work_order",
]
