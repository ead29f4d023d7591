import { Component, useState } from "@odoo/owl";

/** Whose lesson it is: the rubric, the class, the lesson of the teaching load. */
export class VisitStart extends Component {
    static template = "vsoko_module.VisitStart";
    static props = { page: Object, onBegin: Function, onCancel: Function };

    setup() {
        const { rubrics } = this.props.page;
        const usual = rubrics.find(({ about }) => about === "lesson") || rubrics[0];
        this.state = useState({
            rubricId: usual?.id || 0,
            classId: 0,
            lesson: -1,
            topic: "",
        });
    }

    get rubric() {
        return this.props.page.rubrics.find(({ id }) => id === this.state.rubricId);
    }

    get isLesson() {
        return this.rubric?.about === "lesson";
    }

    get lessons() {
        return this.props.page.lessons.filter(({ class_id }) => class_id === this.state.classId);
    }

    get isReady() {
        return this.rubric && this.state.classId && (!this.isLesson || this.lessons[this.state.lesson]);
    }

    onClass({ target }) {
        Object.assign(this.state, { classId: parseInt(target.value), lesson: -1 });
    }

    begin() {
        const { name } = this.props.page.classes.find(({ id }) => id === this.state.classId);
        const lesson = this.isLesson ? this.lessons[this.state.lesson] : {};
        this.props.onBegin({
            ...lesson,
            rubric_id: this.rubric.id,
            class_id: this.state.classId,
            class: name,
            topic: this.state.topic.trim(),
        });
    }
}
