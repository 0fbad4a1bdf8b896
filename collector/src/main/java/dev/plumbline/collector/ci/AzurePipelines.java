package dev.plumbline.collector.ci;

import java.util.Optional;

/**
 * Azure Pipelines. On a pull request {@code BUILD_SOURCEVERSION} is a trial merge; the head is in a variable of its
 * own. The number is GitHub's or Bitbucket's if the code is there, otherwise the id that Azure Repos gave.
 *
 * @see <a href="https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables">Use predefined variables</a>
 */
final class AzurePipelines implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.is("TF_BUILD", "true")) {
            return Optional.empty();
        }
        int number = variables.number("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER");
        return Optional.of(new CiBuild(
                        "azure-pipelines",
                        variables.first("SYSTEM_PULLREQUEST_SOURCECOMMITID", "BUILD_SOURCEVERSION"),
                        variables.branch("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"),
                        number > 0 ? number : variables.number("SYSTEM_PULLREQUEST_PULLREQUESTID"),
                        url(variables),
                        variables.text("BUILD_BUILDID"),
                        Math.max(variables.number("SYSTEM_JOBATTEMPT"), variables.number("SYSTEM_STAGEATTEMPT")),
                        variables.first("SYSTEM_JOBID", "SYSTEM_JOBNAME"))
                .toward(variables.branch("SYSTEM_PULLREQUEST_TARGETBRANCH")));
    }

    private static String url(Variables variables) {
        String collection = variables.first("SYSTEM_COLLECTIONURI", "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI");
        if (collection.isEmpty()) {
            return "";
        }
        String project = variables.text("SYSTEM_TEAMPROJECT").replace(" ", "%20");
        String start = collection.endsWith("/") ? collection : collection + "/";
        return start + project + "/_build/results?buildId=" + variables.text("BUILD_BUILDID");
    }
}
