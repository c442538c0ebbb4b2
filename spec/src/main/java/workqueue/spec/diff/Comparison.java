package workqueue.spec.diff;

import java.util.Optional;
import java.util.Set;

/**
 * How two profiles differ.
 *
 * @param compared what can happen in both; nothing else is compared
 * @param onlyFirst the shortest scenario that the first allows and the second forbids, if one was found
 * @param onlySecond the shortest scenario that the second allows and the first forbids, if one was found
 * @param length up to how many steps all scenarios were looked at; {@link Integer#MAX_VALUE} if there are no longer ones
 */
public record Comparison(
        Set<Step.Verb> compared, Optional<Difference> onlyFirst, Optional<Difference> onlySecond, int length) {}
