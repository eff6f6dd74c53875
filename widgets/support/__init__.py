"""What a person sends to support: shown before it is written."""
