"""The Handover screen: from shift to shift, prepared, exchanged, checked, sealed."""
