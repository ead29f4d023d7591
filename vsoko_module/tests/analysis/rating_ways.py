from odoo.exceptions import AccessError


class RatingWays:
    """All ways to read a line of a rating and its parts; for a test case."""

    def check_roles(self, reads, readers):
        """Try the lines of ``self.kinds`` by all ways.

        :param reads: {role: kinds it reads, or None for a role that may not even search}
        :param readers: {role: user}
        """
        for role, own in reads.items():
            for kind, line in self.kinds.items():
                self.env.invalidate_all()
                with self.subTest(role=role, kind=kind):
                    self.assertTrue(line)
                    seen = line.with_user(readers[role])
                    if own is None:
                        with self.assertRaises(AccessError):
                            seen.search([])
                        self.assertFalse(self.is_given(lambda seen=seen: seen.read(["index"])))
                        continue
                    self.assertEqual(set(self.ways(seen).values()), {kind in own})

    def ways(self, line):
        """Return {name: whether this way gives the line to the user}."""
        Line, own = line.browse(), [("id", "=", line.id)]
        ways = {
            "search": bool(Line.search(own)),
            "count": bool(Line.search_count([*own, ("index", ">=", 0)])),
            "order": line in Line.search(own, order="index desc, place"),
            "grouping": bool(Line._read_group(own, ["group"], ["index:max", "__count"])),
            "through the parts": bool(Line.search([*own, ("part_ids.contribution", ">=", 0)])),
            **self.ways_to_parts(Line.env["vsoko.rating.part"], line),
            "read": self.is_given(lambda: line.read(["index", "cell_name", "explanation"])),
        }
        if line.env.user.has_group("base.group_allow_export"):
            ways["export"] = self.is_given(lambda: line.export_data(["index", "place"]))
        return ways

    def ways_to_parts(self, Part, line):
        """Return {name: whether this way gives what the components give to the line}."""
        own = [("line_id", "=", line.id)]
        parts = Part.sudo().search(own).with_env(Part.env)
        ways = {
            "parts": bool(Part.search(own)),
            "value of a part": bool(Part.search([*own, ("value", ">=", -100)])),
            "order of parts": bool(parts & Part.search([], order="contribution desc, value")),
            "sum of parts": bool(Part._read_group(own, ["component_id"], ["contribution:sum"])),
            "parts by a field of the line": bool(Part.search([("line_id.index", ">=", 0), *own])),
            "read of parts": self.is_given(lambda: parts.read(["value", "contribution"])),
        }
        if Part.env.user.has_group("base.group_allow_export"):
            ways["export of parts"] = self.is_given(lambda: parts.export_data(["value"]))
        return ways

    def is_given(self, step):
        try:
            return bool(step())
        except AccessError:
            return False
