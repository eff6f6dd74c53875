"""The horn's face: sounds, voice, the control in the top bar, the banner on the wall, the card on the status page."""
