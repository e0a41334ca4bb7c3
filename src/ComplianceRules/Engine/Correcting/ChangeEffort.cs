namespace ComplianceRules.Engine;

/// <summary>How much a search for changes may do: less where each look costs more, so that no rule makes a finding take long.</summary>
/// <param name="Boxes">How many boxes of values are looked at.</param>
/// <param name="Judged">How many changes are judged.</param>
internal readonly record struct ChangeEffort(int Boxes, int Judged)
{
    private const int Few = 20;
    private const int MostBoxes = 2000;
    private const int MostJudged = 300;
    private const int PartsLookedAt = 4_000_000;
    private const int PartsJudged = 2_000_000;

    private const int FewLooks = 200;
    private const int MostLooks = 20_000;
    private const int PartsDescended = 40_000_000;

    // Exact fractions of both ends, at each look, beside one comparison of doubles.
    private const int PartsOfRange = 800;

    // What is asked of a row beside its conditions: finding it, its waivers, its values.
    private const int PartsOfRow = 10;

    /// <summary>How many moves of facts a descent looks at.</summary>
    /// <param name="parts">How many parts the conditions have.</param>
    public static int Looks(int parts) => Math.Clamp(PartsDescended / (parts + 1), FewLooks, MostLooks);

    /// <summary>The effort for a finding.</summary>
    /// <param name="parts">How many parts the conditions have.</param>
    /// <param name="ranged">How many of them are looked at by exact ranges.</param>
    /// <param name="rows">How many rows are judged again for each change.</param>
    public static ChangeEffort For(int parts, int ranged, int rows) => new(
        (int)Math.Clamp(PartsLookedAt / (parts + ((long)PartsOfRange * ranged) + 1), Few, MostBoxes),
        (int)Math.Clamp(PartsJudged / (parts + ((long)PartsOfRow * rows) + 1), Few, MostJudged));
}
