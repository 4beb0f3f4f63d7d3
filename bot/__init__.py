"""Who we are today: settings, wiring, the command line and the clock."""
