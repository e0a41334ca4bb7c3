using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>Reads JSON strictly: what RFC 8259 does not allow is refused, and so is a name that stands twice.</summary>
internal static class StrictJson
{
    /// <summary>The most bytes a file may have.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    /// <summary>How many arrays and objects may lie within each other.</summary>
    public const int DeepestNesting = 32;

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">The bytes; UTF-8, a byte order mark is skipped.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The root value; null where the file cannot be used.</returns>
    public static JsonNode? Read(SourceFile file, DiagnosticBag problems) => Read(file, problems, keepsLongInts: false);

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">The bytes; UTF-8, a byte order mark is skipped.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="keepsLongInts">Whether the reader of the tree takes whole numbers of more digits than a double keeps, and judges them itself.</param>
    /// <returns>The root value; null where the file cannot be used.</returns>
    public static JsonNode? Read(SourceFile file, DiagnosticBag problems, bool keepsLongInts)
    {
        if (!JsonBytes.AreUsable(file, problems)) return null;
        JsonGate gate = new(file, problems) { KeepsLongInts = keepsLongInts };
        return gate.Pass() ? JsonTree.Build(file, gate.Marks) : null;
    }
}
