"""The colours of a press review, on paper and in mail: dark enough to be read by all."""

from typing import Final

from cmstation.domain.watch_alert_words import Tone

INK: Final = "#18212B"
MUTED: Final = "#566273"
ACCENT: Final = "#0A666D"
LINE: Final = "#D5DBE2"
TRACK: Final = "#E3E8ED"
SOFT: Final = "#F6F7F9"
TONES: Final = {Tone.POSITIVE: "#1B6B38", Tone.NEUTRAL: "#566273", Tone.NEGATIVE: "#B3261E"}
