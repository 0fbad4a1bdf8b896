package dev.plumbline.server.site.frame;

import dev.plumbline.server.http.Problem;
import dev.plumbline.server.http.ProblemKind;

/**
 * What a page says of a problem: the API's words are for programs that send tokens in headers, these are for people who sign in.
 *
 * @param title what it is
 * @param detail the details and the remedy
 * @param signIn whether signing in may help
 */
record ProblemWords(String title, String detail, boolean signIn) {

    private static final String WHERE_FROM =
            " Who runs the server has the token of the instance, and makes tokens of projects.";

    static ProblemWords of(Problem problem, boolean signedIn) {
        boolean required = problem.code().equals(ProblemKind.TOKEN_REQUIRED.code());
        if (required && !signedIn) {
            return new ProblemWords(
                    "Sign in first",
                    "This isn't public. Sign in with a token of the project or of the instance; this browser then"
                            + " keeps it for 30 days."
                            + WHERE_FROM,
                    true);
        }
        if (required || problem.code().equals(ProblemKind.INVALID_TOKEN.code())) {
            return new ProblemWords(
                    "You are no longer signed in",
                    "The token that you signed in with isn't valid here: it was withdrawn, or it is another server's or"
                            + " another project's. Sign in with another one."
                            + WHERE_FROM,
                    true);
        }
        if (problem.code().equals(ProblemKind.FORBIDDEN.code())) {
            return new ProblemWords(
                    "You may not do this",
                    "You are signed in with a token that may only read or upload. Sign in with one that has the scope"
                            + " admin."
                            + WHERE_FROM,
                    true);
        }
        if (problem.code().equals(ProblemKind.UNKNOWN_PROJECT.code()) && !signedIn) {
            return new ProblemWords(
                    problem.title(),
                    "There is no project at this address, or it is private and you aren't signed in with a token of it.",
                    true);
        }
        return new ProblemWords(
                problem.title(), problem.detail(), problem.code().equals(ProblemKind.UNKNOWN_PROJECT.code()));
    }
}
