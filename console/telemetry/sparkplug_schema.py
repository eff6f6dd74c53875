"""The Sparkplug B payload on the wire, as protobuf message classes built when this module is imported.

Field names, numbers and types are those of the Eclipse Sparkplug B schema: `sparkplug_b.proto` of the Eclipse Tahu
project, https://github.com/eclipse/tahu, (c) Cirrus Link Solutions and others, EPL-2.0. They are facts of the wire
format; the table below is our own writing. Nothing here is generated, so no compiler's version has to fit the installed
protobuf runtime, and the private pool lets another Sparkplug library live in the same process. Extension ranges are
left out: whatever a third party put there stays an unknown field.
"""

from __future__ import annotations

from typing import Any, Final

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_PACKAGE = "gemba.sparkplug_b"

# message -> fields "name number type"; [] = repeated, | = in the oneof `value`; a capital = a message of this table.
_MESSAGES: Final = {
    "Payload": "timestamp 1 uint64, metrics 2 Payload.Metric[], seq 3 uint64, uuid 4 string, body 5 bytes",
    "Payload.Metric": "name 1 string, alias 2 uint64, timestamp 3 uint64, datatype 4 uint32, is_historical 5 bool, "
    "is_transient 6 bool, is_null 7 bool, metadata 8 Payload.MetaData, properties 9 Payload.PropertySet, "
    "int_value 10 uint32|, long_value 11 uint64|, float_value 12 float|, double_value 13 double|, "
    "boolean_value 14 bool|, string_value 15 string|, bytes_value 16 bytes|, dataset_value 17 Payload.DataSet|, "
    "template_value 18 Payload.Template|",
    "Payload.MetaData": "is_multi_part 1 bool, content_type 2 string, size 3 uint64, seq 4 uint64, file_name 5 string, "
    "file_type 6 string, md5 7 string, description 8 string",
    "Payload.PropertySet": "keys 1 string[], values 2 Payload.PropertyValue[]",
    "Payload.PropertySetList": "propertyset 1 Payload.PropertySet[]",
    "Payload.PropertyValue": "type 1 uint32, is_null 2 bool, int_value 3 uint32|, long_value 4 uint64|, "
    "float_value 5 float|, double_value 6 double|, boolean_value 7 bool|, string_value 8 string|, "
    "propertyset_value 9 Payload.PropertySet|, propertysets_value 10 Payload.PropertySetList|",
    "Payload.DataSet": "num_of_columns 1 uint64, columns 2 string[], types 3 uint32[], rows 4 Payload.DataSet.Row[]",
    "Payload.DataSet.Row": "elements 1 Payload.DataSet.DataSetValue[]",
    "Payload.DataSet.DataSetValue": "int_value 1 uint32|, long_value 2 uint64|, float_value 3 float|, "
    "double_value 4 double|, boolean_value 5 bool|, string_value 6 string|",
    "Payload.Template": "version 1 string, metrics 2 Payload.Metric[], parameters 3 Payload.Template.Parameter[], "
    "template_ref 4 string, is_definition 5 bool",
    "Payload.Template.Parameter": "name 1 string, type 2 uint32, int_value 3 uint32|, long_value 4 uint64|, "
    "float_value 5 float|, double_value 6 double|, boolean_value 7 bool|, string_value 8 string|",
}


def _add_field(message: descriptor_pb2.DescriptorProto, text: str) -> None:
    name, number, kind = text.rstrip("[]|").split()
    proto = descriptor_pb2.FieldDescriptorProto
    field = message.field.add(name=name, number=int(number))
    field.label = proto.LABEL_REPEATED if text.endswith("[]") else proto.LABEL_OPTIONAL
    if kind[0].isupper():
        field.type = proto.TYPE_MESSAGE
        field.type_name = f".{_PACKAGE}.{kind}"
    else:
        field.type = proto.Type.Value(f"TYPE_{kind.upper()}")
    if text.endswith("|"):
        if not message.oneof_decl:
            message.oneof_decl.add(name="value")
        field.oneof_index = 0


def file_descriptor() -> descriptor_pb2.FileDescriptorProto:
    """The schema as protobuf describes schemas to itself.

    Edition 2023 reads and writes what the public schema's proto2 does (a field left out differs from a field that is
    zero) and refuses text that is not UTF-8 while parsing, where proto2 would hand it on as bytes.
    """
    file = descriptor_pb2.FileDescriptorProto(name="gemba/sparkplug_b.proto", package=_PACKAGE, syntax="editions")
    file.edition = descriptor_pb2.EDITION_2023
    made: dict[str, descriptor_pb2.DescriptorProto] = {}
    for path, fields in _MESSAGES.items():
        parent, _, name = path.rpartition(".")
        message = made[parent].nested_type.add(name=name) if parent else file.message_type.add(name=name)
        made[path] = message
        for text in fields.split(", "):
            _add_field(message, text)
    return file


def _payload_class() -> Any:
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file_descriptor())
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{_PACKAGE}.Payload"))


PayloadMessage: Final[Any] = _payload_class()  # a protobuf message class; its attributes are the fields above
