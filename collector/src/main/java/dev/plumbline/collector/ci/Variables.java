package dev.plumbline.collector.ci;

import java.util.Map;

/** Environment variables; one that is not set is an empty text. */
public record Variables(Map<String, String> values) {

    public Variables {
        values = Map.copyOf(values);
    }

    /** The value, without blanks around it. */
    public String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** The value of the first of these that is set. */
    public String first(String... names) {
        for (String name : names) {
            if (isSet(name)) {
                return text(name);
            }
        }
        return "";
    }

    /** Whether the variable has a value. */
    public boolean isSet(String name) {
        return !text(name).isEmpty();
    }

    /** Whether the variable has this value, whatever the case of its letters. */
    public boolean is(String name, String value) {
        return text(name).equalsIgnoreCase(value);
    }

    /** The whole number at the value's start or 0; of {@code false}, as some providers say "none", 0. */
    public int number(String name) {
        return Numbers.leading(text(name));
    }

    /** The name of a branch, without {@code refs/heads/} or {@code origin/} in front. */
    public String branch(String... names) {
        String branch = first(names);
        for (String prefix : new String[] {"refs/heads/", "refs/remotes/origin/", "origin/"}) {
            if (branch.startsWith(prefix)) {
                return branch.substring(prefix.length());
            }
        }
        return branch.startsWith("refs/") ? "" : branch;
    }
}
