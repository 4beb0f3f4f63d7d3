"""A load run: the real `policy-bot http` under load and faults, and what honest users got of it."""
