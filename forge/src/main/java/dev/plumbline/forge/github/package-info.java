/** GitHub and GitHub Enterprise Server. */
@NullMarked
package dev.plumbline.forge.github;

import org.jspecify.annotations.NullMarked;
