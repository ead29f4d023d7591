"""How often an address may fail, kept in the memory of the process and nowhere else."""

from collections import OrderedDict


class Attempts:
    """``limit`` failures of one address in ``seconds``; at most ``most`` addresses are kept."""

    def __init__(self, limit, seconds, most=10_000):
        self.limit = limit
        self.seconds = seconds
        self.most = most
        self._failed = OrderedDict()

    def may_try(self, address, now):
        """Whether the address may try once more at the moment ``now``, in seconds."""
        return len(self._recent(address, now)) < self.limit

    def note_failure(self, address, now):
        self._failed[address] = [*self._recent(address, now), now]
        self._failed.move_to_end(address)
        if len(self._failed) > self.most:
            self._failed.popitem(last=False)

    def _recent(self, address, now):
        return [moment for moment in self._failed.get(address, ()) if moment > now - self.seconds]
