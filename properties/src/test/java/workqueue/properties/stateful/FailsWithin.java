package workqueue.properties.stateful;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.state.ActionChain;

/** The property, whose only parameter is a chain, has to fail, and the chain has to shrink to a few actions. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(FailsWithin.Hook.class)
public @interface FailsWithin {
    /** For {@code @Property}: whether a defect is noticed, and how well its chain shrinks, is not left to chance. */
    String SEED = "1";

    /** How many actions are left at most, of 50. */
    int value() default 12;

    /** Whether the failure is that something does not happen. It is waited for, but not as long as elsewhere. */
    boolean hangs() default false;

    /** Makes a success of the failure that is wanted, and a failure of everything else. */
    class Hook implements AroundPropertyHook {
        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            FailsWithin wanted = context.findAnnotation(FailsWithin.class).orElseThrow();
            if (wanted.hangs()) {
                Patience.lose();
            }
            try {
                return judge(context, property.execute(), wanted.value());
            } finally {
                Patience.recover();
            }
        }

        private static PropertyExecutionResult judge(
                PropertyLifecycleContext context, PropertyExecutionResult result, int limit) {
            if (result.throwable().filter(Hook::isOurs).isEmpty()) {
                return result.mapToFailed("the defect was not noticed in " + result.countTries() + " tries");
            }
            List<String> chain = shrunk(result);
            System.out.printf("%-60s noticed by %s%n", context.label(), chain);
            return chain.size() <= limit
                    ? result.mapToSuccessful()
                    : result.mapToFailed("shrunk to " + chain.size() + " actions only, not " + limit + ": " + chain);
        }

        /** An engine wraps whatever was thrown in an assertion error. */
        private static boolean isOurs(Throwable thrown) {
            return thrown instanceof AssertionError && (thrown.getCause() == null || isOurs(thrown.getCause()));
        }

        private static List<String> shrunk(PropertyExecutionResult result) {
            Object chain = result.falsifiedParameters().orElseThrow().get(0);
            return ((ActionChain<?>) chain).transformations();
        }
    }
}
