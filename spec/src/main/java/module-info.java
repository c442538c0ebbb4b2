/** Rules, executable specification, history format and oracle of work-item queues. */
module workqueue.spec {
    requires transitive tools.jackson.core;

    exports workqueue.spec.rules;
    exports workqueue.spec.model;
    exports workqueue.spec.history;
    exports workqueue.spec.oracle;
    exports workqueue.spec.diff;
}
