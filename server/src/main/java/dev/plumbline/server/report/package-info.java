/** What a change did, assembled from what is stored: the one source of comments, checks, pages and the API's reports. */
@NullMarked
package dev.plumbline.server.report;

import org.jspecify.annotations.NullMarked;
