package dev.plumbline.server.site.projects;

import dev.plumbline.server.http.Links;

/**
 * The commands that upload the first results.
 *
 * @param token that creates the project's token for uploads
 * @param curl with nothing but curl
 * @param collector with the command line tool, which finds commit, branch and environment itself
 */
public record FirstUpload(String token, String curl, String collector) {

    /**
     * The commands for a project.
     *
     * @param address the address of this server
     * @param slug the project
     * @param baseBranch its base branch
     */
    public static FirstUpload of(String address, String slug, String baseBranch) {
        return new FirstUpload(
                """
                curl -X POST %s/api/v1/projects/%s/tokens \\
                  -H "Authorization: Bearer $PLUMBLINE_ADMIN_TOKEN" \\
                  -H "Content-Type: application/json" \\
                  -d '{"scope":"upload","label":"ci"}'\
                """.formatted(address, slug), """
                curl --data-binary @jmh-result.json \\
                  -H "Authorization: Bearer $PLUMBLINE_TOKEN" \\
                  "%s/api/v1/projects/%s/runs?branch=%s&commit=$(git rev-parse HEAD)&environment=ci-linux-x64"\
                """.formatted(address, slug, Links.encoded(baseBranch)), """
                curl -fsSO %s/plumbline.jar
                java -jar plumbline.jar upload jmh-result.json \\
                  --server %s \\
                  --project %s --wait\
                """.formatted(
                                address, address, slug));
    }

    /** The command that creates a project. */
    static String createProject(String address) {
        return """
                curl -X POST %s/api/v1/projects \\
                  -H "Authorization: Bearer $PLUMBLINE_TOKEN" \\
                  -H "Content-Type: application/json" \\
                  -d '{"slug":"my-library","name":"My library"}'\
                """.formatted(address);
    }
}
