package workqueue.spec.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Immutable collections, changed by copying. */
final class Values {
    private Values() {}

    static <T> List<T> append(List<T> list, T element) {
        return Sequence.of(list).with(element);
    }

    static <T> List<T> remove(List<T> list, int index) {
        return Sequence.of(list).without(index);
    }

    static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    static <K, V> Map<K, V> remove(Map<K, V> map, K key) {
        Map<K, V> copy = new HashMap<>(map);
        copy.remove(key);
        return copy;
    }

    /** The entries whose values a predicate keeps. */
    static <K, V> Map<K, V> keep(Map<K, V> map, Predicate<V> wanted) {
        Map<K, V> copy = new HashMap<>(map);
        copy.values().removeIf(wanted.negate());
        return copy;
    }

    /** The entries whose keys a predicate keeps. */
    static <K, V> Map<K, V> keepKeys(Map<K, V> map, Predicate<K> wanted) {
        Map<K, V> copy = new HashMap<>(map);
        copy.keySet().removeIf(wanted.negate());
        return copy;
    }

    static <T> Set<T> with(Set<T> set, T element) {
        Set<T> copy = new HashSet<>(set);
        copy.add(element);
        return copy;
    }

    static <T> Set<T> without(Set<T> set, T element) {
        Set<T> copy = new HashSet<>(set);
        copy.remove(element);
        return copy;
    }

    /** A bag with one more of an element. */
    static <T> Map<T, Integer> more(Map<T, Integer> bag, T element) {
        return put(bag, element, bag.getOrDefault(element, 0) + 1);
    }

    /** A bag with one fewer of an element, which need not be in it. */
    static <T> Map<T, Integer> fewer(Map<T, Integer> bag, T element) {
        int count = bag.getOrDefault(element, 0);
        return count > 1 ? put(bag, element, count - 1) : remove(bag, element);
    }

    static int size(Map<?, Integer> bag) {
        int size = 0;
        for (int count : bag.values()) {
            size += count;
        }
        return size;
    }
}
