/** Gitea, and Forgejo, which has the same API. Both copy GitHub's API, so this package uses GitHub's shapes. */
@NullMarked
package dev.plumbline.forge.gitea;

import org.jspecify.annotations.NullMarked;
