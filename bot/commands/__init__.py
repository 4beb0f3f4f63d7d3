"""The commands of the command line, one module each: `configure` its words, `run` it."""
