package workqueue.spec.model;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** An immutable list that knows its hash: states are hashed more often than changed, and their lists can be long. */
final class Sequence<T> extends AbstractList<T> implements RandomAccess {
    private final T[] elements;
    private final int hash;

    private Sequence(T[] elements, int hash) {
        this.elements = elements;
        this.hash = hash;
    }

    /** The elements of a list. */
    @SuppressWarnings("unchecked") // what is in the array came out of the list, and the array is shown to nobody
    static <T> Sequence<T> of(List<T> list) {
        return list instanceof Sequence<T> sequence ? sequence : new Sequence<>((T[]) list.toArray(), list.hashCode());
    }

    /** The same with one more element behind. */
    Sequence<T> with(T element) {
        T[] more = Arrays.copyOf(elements, elements.length + 1);
        more[elements.length] = element;
        return new Sequence<>(more, 31 * hash + element.hashCode());
    }

    /** The same without the element at a place. */
    Sequence<T> without(int index) {
        T[] fewer = Arrays.copyOf(elements, elements.length - 1);
        System.arraycopy(elements, index + 1, fewer, index, fewer.length - index);
        return new Sequence<>(fewer, hashWithout(index));
    }

    /** A list's hash is a number in base 31 of its elements' hashes behind a one, so those behind the place stay as they are. */
    private int hashWithout(int index) {
        int before = 1;
        for (int k = 0; k < index; k++) {
            before = 31 * before + elements[k].hashCode();
        }
        int behind = power(elements.length - index - 1);
        int upTo = 31 * before + elements[index].hashCode();
        return hash - upTo * behind + before * behind;
    }

    private static int power(int exponent) {
        int power = 1;
        int base = 31;
        for (int bits = exponent; bits > 0; bits >>= 1) {
            power = (bits & 1) == 1 ? power * base : power;
            base *= base;
        }
        return power;
    }

    @Override
    public T get(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sequence<?> sequence
                ? hash == sequence.hash && Arrays.equals(elements, sequence.elements)
                : super.equals(other);
    }
}
