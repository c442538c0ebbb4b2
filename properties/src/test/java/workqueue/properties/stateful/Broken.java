package workqueue.properties.stateful;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.providers.TypeUsage;
import workqueue.properties.mutants.Defect;
import workqueue.properties.mutants.DefectiveReference;

/** A parameter's chains are of the reference with a {@link Defect}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Broken {
    /** The source file, below the package {@code workqueue.reference}. */
    String file();

    /** What is replaced. */
    String[] find();

    /** By what, one for each. */
    String[] replace();

    /** Makes walks of the reference as a parameter wants them. */
    final class Walks {
        private Walks() {}

        /**
         * Makes a walk.
         *
         * @param parameter with or without a defect
         * @param walk the class, with a static method that makes it
         */
        static Walk<?> make(TypeUsage parameter, Class<?> walk, String method) {
            return parameter
                    .findAnnotation(Broken.class)
                    .<Walk<?>>map(broken -> DefectiveReference.call(defect(broken), Walk.class, walk.getName(), method))
                    .orElseGet(() -> sound(walk, method));
        }

        private static Walk<?> sound(Class<?> walk, String method) {
            try {
                return (Walk<?>) walk.getMethod(method).invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(walk.getName(), e);
            }
        }

        private static Defect defect(Broken broken) {
            List<Defect.Edit> edits = new ArrayList<>();
            for (int n = 0; n < broken.find().length; n++) {
                edits.add(new Defect.Edit(broken.find()[n], broken.replace()[n]));
            }
            return new Defect(broken.file(), edits);
        }
    }
}
