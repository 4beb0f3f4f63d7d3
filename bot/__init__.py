"""Who we are today: settings, wiring, the command line and the clock.

`intake` imports, `service` serves Slack, `daily` keeps time, `commands` are typed, `console` is Slack without Slack.
"""
