package dev.plumbline.collector;

import dev.plumbline.collector.audit.AuditCommand;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives an option that takes a value the one of its environment variable: {@code --pull-request} has {@code
 * PLUMBLINE_PULL_REQUEST}. Those of the audit have {@code PLUMBLINE_AUDIT_} in front, since a severity that fails isn't the
 * same as a verdict that does. Options that work without a value look up their variables themselves.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The variable that stands in for an option. */
    static String variable(String option) {
        return "PLUMBLINE_" + option.substring("--".length()).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.arity().min() == 0) {
            return null;
        }
        boolean audit = option.command().name().equals(AuditCommand.NAME);
        String name = (audit ? "--" + AuditCommand.NAME + "-" : "--")
                + option.longestName().substring("--".length());
        String value = environment.getOrDefault(variable(name), "").strip();
        return value.isEmpty() ? null : value;
    }
}
