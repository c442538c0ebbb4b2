package workqueue.properties.states;

import workqueue.properties.mutants.Defect;
import workqueue.properties.mutants.DefectiveReference;

/**
 * Where the stage of a family comes from.
 *
 * @param stage a class of the package {@code reference}
 * @param method its static method that makes a stage
 */
record Script(String stage, String method) {
    private String className() {
        return Script.class.getPackageName() + ".reference." + stage;
    }

    /** A stage with the reference. */
    Stage open() {
        try {
            return (Stage) Class.forName(className()).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(className(), e);
        }
    }

    /** A stage with the reference and a defect in it. */
    Stage open(Defect defect) {
        return DefectiveReference.call(defect, Stage.class, className(), method);
    }
}
