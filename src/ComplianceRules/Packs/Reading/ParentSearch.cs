using System.Collections.Immutable;

namespace ComplianceRules.Packs;

/// <summary>Finds the packs that others extend.</summary>
internal static class ParentSearch
{
    /// <summary>The packs given, and after them those that they extend, near and far, as far as they are found.</summary>
    /// <param name="given">The packs that are there already.</param>
    /// <param name="elsewhere">Where the others may be.</param>
    public static ImmutableArray<PackSource> Complete(ImmutableArray<PackSource> given, ImmutableArray<PackFolder> elsewhere)
    {
        List<PackSource> found = [.. given];
        HashSet<string> known = new(given.Select(s => s.Id).OfType<string>(), StringComparer.Ordinal);
        Lazy<ImmutableArray<PackSource>> candidates = new(() => Others(given, elsewhere));
        for (int at = 0; at < found.Count; at++)
        {
            foreach (string wanted in found[at].Extends.Where(known.Add)) found.AddRange(candidates.Value.Where(c => Answers(c, wanted)));
        }

        return [.. found];
    }

    // A pack that cannot be read has no id to be seen; its folder's name says that it was meant, and its faults are then shown.
    private static bool Answers(PackSource candidate, string id) => (candidate.Id ?? candidate.Folder.Name) == id;

    private static ImmutableArray<PackSource> Others(ImmutableArray<PackSource> given, ImmutableArray<PackFolder> elsewhere)
    {
        HashSet<string> read = new(given.Select(s => Path.GetFullPath(s.Folder.Path)), StringComparer.Ordinal);
        return [.. elsewhere.Where(f => !read.Contains(Path.GetFullPath(f.Path))).Select(PackSourceReader.Read)];
    }
}
