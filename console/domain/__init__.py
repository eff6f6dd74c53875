"""The rules of the shop floor: plain values of the standard library, no wires attached."""
