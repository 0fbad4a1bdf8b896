package dev.plumbline.collector.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a JMH launch, as far as their options matter here. JMH reads {@code -f 3}, {@code -f=3} and
 * {@code -f3} alike.
 *
 * @param words the arguments in their order; those before JMH's own, such as {@code java -jar benchmarks.jar}, are harmless
 */
public record JmhArguments(List<String> words) {

    public JmhArguments {
        words = List.copyOf(words);
    }

    /** Whether an option is present, given with its hyphen. */
    public boolean has(String option) {
        return !values(option).isEmpty();
    }

    /** The last value of an option; an empty text when the option is at the end without one. */
    public Optional<String> value(String option) {
        List<String> values = values(option);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** All values of an option that may be given more than once. */
    public List<String> values(String option) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(option)) {
                values.add(i + 1 < words.size() ? words.get(i + 1) : "");
            } else if (word.startsWith(option + "=")) {
                values.add(word.substring(option.length() + 1));
            } else if (word.matches(option + "[0-9]+")) {
                values.add(word.substring(option.length()));
            }
        }
        return values;
    }

    /** Whether this profiler is requested, with or without options of its own. */
    public boolean profiles(String profiler) {
        return values("-prof").stream().anyMatch(value -> value.equals(profiler) || value.startsWith(profiler + ":"));
    }

    /** The same arguments and some more. */
    public JmhArguments with(String... more) {
        List<String> longer = new ArrayList<>(words);
        longer.addAll(List.of(more));
        return new JmhArguments(longer);
    }
}
