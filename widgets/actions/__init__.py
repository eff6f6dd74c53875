"""The actions screen: what somebody has promised to do, until when, and whether it held."""
