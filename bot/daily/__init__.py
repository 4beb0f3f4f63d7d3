"""The clock of the daily quotes: its loop, its time and its wiring; `handlers.daily` delivers."""
