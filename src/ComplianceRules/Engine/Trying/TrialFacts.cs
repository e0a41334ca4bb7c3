using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>Facts that an expression is tried on, without packs: what a JSON object says of one row.</summary>
/// <remarks>
/// <para>Immutable; may be shared between threads.</para>
/// <para>A number, text or truth value is a fact of the row; null is a fact that is there and missing. An object is a row above, which goes by its name. A list of objects is
/// a reported list of child rows; a list of plain values is a list. An int has at most 64 bits, any other number at most 15 significant digits.</para>
/// </remarks>
public sealed class TrialFacts
{
    /// <summary>The most bytes that facts, or a line of a batch, may have.</summary>
    public const int LargestFile = StrictJson.LargestFile;

    private TrialFacts(ImmutableArray<TrialTable> tables) => Tables = tables;

    /// <summary>No facts at all.</summary>
    public static TrialFacts None { get; } = new([new TrialTable(TrialFactsReader.SubjectName, null, TrialTable.NoName)]);

    /// <summary>The tables: the subject, the rows above it in the order given, and the lists.</summary>
    internal ImmutableArray<TrialTable> Tables { get; }

    /// <summary>Reads facts.</summary>
    /// <param name="file">A JSON object; UTF-8, at most 4 MiB.</param>
    /// <returns>The facts, unless there was trouble, and every problem.</returns>
    public static Checked<TrialFacts> Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        DiagnosticBag problems = new();
        TrialFacts? facts = StrictJson.Read(file, problems, keepsLongInts: true) is { } root ? Of(root, problems) : null;
        return problems.Finish(facts);
    }

    /// <summary>Reads facts that stand in another document.</summary>
    /// <param name="node">The value.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal static TrialFacts? Of(JsonNode node, DiagnosticBag problems) =>
        new TrialFactsReader(problems).Read(node) is { } tables ? new TrialFacts(tables) : null;
}
