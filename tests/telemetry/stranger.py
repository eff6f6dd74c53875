"""An edge node that is not ours: pysparkplug publishes, this script tells it what. Runs in the environment `.stranger`.

    stranger.py PORT GROUP NODE      then one command a line on standard input, each answered with "done"
    stranger.py --schema             one line for each field of the library's own schema

Commands: `name V`, `alias V` (NDATA), `device V`, `device-alias V` (DDATA), `device-death`, `skip` (lose a number) and
`leave`.
"""

import sys
import threading
import time

import pysparkplug as spark
from pysparkplug._protobuf import sparkplug_b_pb2

REBIRTH = "Node Control/Rebirth"
TEMPERATURE, PIECES, FIRST_BD_SEQ = 1, 2, 0


def now():
    return int(time.time() * 1000)


def temperature(value, name="Temperature", alias=None):
    return spark.Metric(now(), name, spark.DataType.DOUBLE, value=value, alias=alias)


def pieces(value, name="Balance", alias=None):
    return spark.Metric(now(), name, spark.DataType.INT16, value=value, alias=alias)


class Stranger:
    """One edge node with one device "cell". What the library leaves to its user is done here: answering a rebirth."""

    def __init__(self, port, group, node):
        self.lock = threading.Lock()
        self.leaving = False
        self.group, self.name = group, node
        self.client = spark.Client()
        control = spark.Metric(now(), REBIRTH, spark.DataType.BOOLEAN, value=False)
        metrics = [temperature(20.0, alias=TEMPERATURE), control]
        self.node = spark.EdgeNode(group, node, metrics, client=self.client, cmd_callback=self.command)
        self.node.register(spark.Device("cell", [pieces(-1, alias=PIECES)]))
        self.node.connect("127.0.0.1", port=port)

    def send(self, kind, payload, device=None):
        topic = spark.Topic(group_id=self.group, message_type=kind, edge_node_id=self.name, device_id=device)
        self.client.publish(spark.Message(topic, payload, spark.QoS.AT_MOST_ONCE, False))

    def command(self, node, message):
        if any(metric.name == REBIRTH and metric.value is True for metric in message.payload.metrics):
            with self.lock:
                if not self.leaving:
                    self.rebirth()

    def rebirth(self):
        while self.node._seq != 255:  # so that the next number is 0
            pass
        bd_seq = spark.Metric(
            now(), "bdSeq", spark.DataType.INT64, value=FIRST_BD_SEQ
        )  # of the will that is with the broker
        metrics = (*self.node.metrics.values(), bd_seq)
        self.send(spark.MessageType.NBIRTH, spark.NBirth(now(), self.node._seq, metrics))
        for name, device in self.node.devices.items():
            birth = spark.DBirth(now(), self.node._seq, tuple(device.metrics.values()))
            self.send(spark.MessageType.DBIRTH, birth, name)

    def obey(self, word, value):
        if word == "name":
            self.node.update([temperature(float(value), alias=TEMPERATURE)])
        elif word == "alias":
            data = spark.NData(now(), self.node._seq, (temperature(float(value), None, TEMPERATURE),))
            self.send(spark.MessageType.NDATA, data)
        elif word == "device":
            self.node.update_device("cell", [pieces(int(value), alias=PIECES)])
        elif word == "device-alias":
            data = spark.DData(now(), self.node._seq, (pieces(int(value), None, PIECES),))
            self.send(spark.MessageType.DDATA, data, "cell")
        elif word == "device-death":
            self.node.deregister("cell")
        elif word == "skip":
            _ = self.node._seq
        elif word == "leave":
            self.leaving = True
        else:
            raise ValueError(word)


def schema(message, above=""):
    name = above + message.name
    for field in message.fields:
        parts = [name, field.name, field.number, field.type, field.is_repeated]
        parts += [
            field.containing_oneof and field.containing_oneof.name,
            field.message_type and field.message_type.name,
        ]
        yield " ".join(map(str, parts))
    for nested in message.nested_types:
        yield from schema(nested, name + ".")


def main():
    if sys.argv[1] == "--schema":
        sys.stdout.write("\n".join(schema(sparkplug_b_pb2.Payload.DESCRIPTOR)))
        return
    stranger = Stranger(int(sys.argv[1]), *sys.argv[2:4])
    for line in sys.stdin:
        with stranger.lock:
            stranger.obey(*(line.split() + [None])[:2])
        if stranger.leaving:  # without the lock: the library waits for its own thread, which may want it for a command
            stranger.node.disconnect()
        sys.stdout.write("done\n")
        sys.stdout.flush()


main()
