from odoo import models


class VsokoAchievement(models.Model):
    _name = "vsoko.achievement"
    _inherit = ["vsoko.achievement", "vsoko.import.mixin"]


class VsokoProgramme(models.Model):
    _name = "vsoko.programme"
    _inherit = ["vsoko.programme", "vsoko.import.mixin"]


class VsokoProgrammeEnrolment(models.Model):
    _name = "vsoko.programme.enrolment"
    _inherit = ["vsoko.programme.enrolment", "vsoko.import.mixin"]


class VsokoGraduate(models.Model):
    _name = "vsoko.graduate"
    _inherit = ["vsoko.graduate", "vsoko.import.mixin"]


class VsokoAbsence(models.Model):
    _name = "vsoko.absence"
    _inherit = ["vsoko.absence", "vsoko.import.mixin"]


class VsokoInjury(models.Model):
    _name = "vsoko.injury"
    _inherit = ["vsoko.injury", "vsoko.import.mixin"]


class VsokoConsent(models.Model):
    _name = "vsoko.consent"
    _inherit = ["vsoko.consent", "vsoko.import.mixin"]


class VsokoUpbringing(models.Model):
    _name = "vsoko.upbringing"
    _inherit = ["vsoko.upbringing", "vsoko.import.mixin"]
