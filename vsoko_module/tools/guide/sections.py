"""Which section of the user guide tells about a page: titles of headings of the guide.

What is not named by itself belongs to the section of its room, so a new page has a section at once.
"""

BEGINNING = "Первый час: от файлов до показателей"

# folders of `models` and `wizard`, with dots; the longest one that fits counts
ROOMS = {
    "school": "Школа",
    "evidence": "Оценочные процедуры",
    "evidence.mastery": "Показатели",
    "evidence.observations": "Экспертная оценка",
    "evidence.pupils": "Реестры учеников",
    "evidence.staff": "Реестры педагогов",
    "evidence.statistics": "Статистические формы",
    "evidence.surveys": "Анкетирование",
    "intake": BEGINNING,
    "indicators": "Показатели",
    "indicators.validation": "Страница формы и проверки",
    "analysis": "Показатели",
    "analysis.factors": "Что связано с результатом",
    "analysis.forecasts": "Прогнозы",
    "analysis.ratings": "Рейтинги",
    "analysis.risks": "Кому помочь",
    "overview": "Обзор",
    "governance": "Решения и действия",
    "governance.bodies": "Советы и комиссии",
    "governance.documents": "Документы и запросы",
    "governance.meetings": "Заседания",
    "governance.plan": "План года",
    "governance.routes": "Индивидуальный маршрут",
    "governance.sheets": "Листы учителей",
    "governance.visits": "Экспертная оценка",
    "reporting": "Отчёты",
    "reporting.publications": "Публикации и портал",
    "reporting.submissions": "Отправка вышестоящим",
    "families": "Публикации и портал",
    "vsoko_module_bonus": "Стимулирующие выплаты",
    "vsoko_module_dms": "Документы и запросы",
}

# models that another section tells about than that of their room, and models of Odoo
MODELS = {
    "res.company": "Школа",
    "res.config.settings": "Школа",
    "survey.survey": "Анкетирование",
    "vsoko.account": "Пользователи и роли",
    "vsoko.address.change": "Пользователи и роли",
    "vsoko.data.entry": "Страница формы и проверки",
    "vsoko.data.form": "Страница формы и проверки",
    "vsoko.import.arrangement": "Если программа не узнала таблицу",
    "vsoko.import.match": "Кто есть кто: имена, классы, слова в файлах",
    "vsoko.import.name": "Кто есть кто: имена, классы, слова в файлах",
    "vsoko.period": "Период: расчёт, утверждение, исправление",
    "vsoko.role.grant": "Пользователи и роли",
}

# tags of client actions that show no model
PAGES = {
    "vsoko_class_page": "Класс на одной странице",
    "vsoko_completeness_matrix": "Что значит «Загружен частично»",
    "vsoko_dashboard": "Обзор",
    "vsoko_data_entry": "Страница формы и проверки",
    "vsoko_dynamics": "Показатели",
    "vsoko_element_map": "Показатели",
    "vsoko_first_steps": BEGINNING,
    "vsoko_import_columns": "Если программа не узнала таблицу",
    "vsoko_import_upload": BEGINNING,
    "vsoko_score_sheet": "Оценочные процедуры",
    "vsoko_start_page": "Мои дела",
    "vsoko_visit_page": "Экспертная оценка",
    "vsoko_work_analysis": "Оценочные процедуры",
}


def of_room(room: str) -> str | None:
    """The section of a folder such as `governance.routes`, or of the nearest folder above it."""
    parts = room.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((ROOMS[name] for name in names if name in ROOMS), None)
