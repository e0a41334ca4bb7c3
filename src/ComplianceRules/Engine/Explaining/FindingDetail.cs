namespace ComplianceRules.Engine;

/// <summary>Which rows are listed among the findings.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record FindingDetail
{
    private FindingDetail()
    {
    }

    /// <summary>Every single row, personal ones and those that lack a whole column too: what a case of a pack looks at.</summary>
    public static FindingDetail EveryRow { get; } = new() { Closed = true, Persons = true, EachLack = true };

    /// <summary>Whether rows that nobody has to look at are listed: compliant and not applicable ones.</summary>
    public bool Closed { get; private init; }

    /// <summary>Whether persons are listed.</summary>
    public bool Persons { get; private init; }

    /// <summary>Whether rows that lack a whole column are listed one by one.</summary>
    public bool EachLack { get; private init; }

    /// <summary>Whether findings carry what would put them right.</summary>
    public bool Corrections { get; private init; }

    /// <summary>What a caller asks for.</summary>
    /// <param name="options">The caller's options.</param>
    public static FindingDetail Of(RunOptions options) => new() { Closed = options.IncludeAll, Persons = options.IncludePersonal, EachLack = options.EachRow, Corrections = options.Corrections };
}
