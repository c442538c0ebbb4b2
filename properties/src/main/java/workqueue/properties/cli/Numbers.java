package workqueue.properties.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the numbers of options, and says what is wrong with one in the words of a user. */
final class Numbers {
    private Numbers() {}

    /** Makes a command and its subcommands read numbers so. */
    static void register(CommandLine command) {
        command.registerConverter(int.class, whole(Integer::valueOf, Integer.MIN_VALUE, Integer.MAX_VALUE));
        command.registerConverter(long.class, whole(Long::valueOf, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static <T> ITypeConverter<T> whole(Function<String, T> parse, long least, long most) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "must be a whole number from " + least + " to " + most + ", not \"" + text + "\"");
            }
        };
    }
}
