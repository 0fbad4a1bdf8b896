/** GitLab. */
@NullMarked
package dev.plumbline.forge.gitlab;

import org.jspecify.annotations.NullMarked;
