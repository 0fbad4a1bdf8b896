package dev.plumbline.server;

import java.util.List;

/** The configuration is invalid: every complaint names the variable, the value and what it takes. */
final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SettingsException(List<String> complaints) {
        super(String.join(System.lineSeparator(), complaints));
    }
}
