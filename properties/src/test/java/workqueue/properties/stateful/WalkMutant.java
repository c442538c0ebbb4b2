package workqueue.properties.stateful;

import java.util.List;
import workqueue.properties.mutants.Defect;
import workqueue.properties.mutants.DefectiveReference;

/**
 * A defect of the reference that a walk beside the specification shows, in every interleaving.
 *
 * @param rule the rule that it breaks
 * @param name what is wrong
 * @param walk the class that has the walk
 * @param method its static method that makes it
 * @param notice how the message begins that says what differs
 * @param chain the commands that show it, by their names; each can be done when its turn comes
 */
record WalkMutant(
        String rule, String name, Class<?> walk, String method, Defect defect, String notice, List<String> chain) {
    /** The walk on the reference as it is. */
    Walk<?> sound() {
        try {
            return (Walk<?>) walk.getMethod(method).invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(walk.getName(), e);
        }
    }

    /** The walk on the reference with the defect. */
    Walk<?> defective() {
        return DefectiveReference.call(defect, Walk.class, walk.getName(), method);
    }

    @Override
    public String toString() {
        return rule + ": " + name;
    }
}
