package dev.plumbline.server.forges;

import java.util.List;

/** The forges file, or a file that it names, is invalid. Each complaint names the place and the remedy, and quotes no secret. */
public final class ForgesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ForgesException(List<String> complaints) {
        super(String.join(System.lineSeparator(), complaints));
    }

    ForgesException(String complaint) {
        super(complaint);
    }
}
