package dev.plumbline.collector.ci;

/**
 * A line in a job's log that GitHub, Gitea and Forgejo show on the pull request.
 *
 * @param level how it is shown
 * @param title its first line
 * @param message its text
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
public record WorkflowAnnotation(Level level, String title, String message) {

    /** How an annotation is shown. */
    public enum Level {
        NOTICE("notice"),
        WARNING("warning"),
        ERROR("error");

        private final String command;

        Level(String command) {
            this.command = command;
        }
    }

    /** The line. What would end the line, the title or the command is encoded. */
    public String line() {
        return "::" + level.command + " title=" + property(title) + "::" + data(message);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
