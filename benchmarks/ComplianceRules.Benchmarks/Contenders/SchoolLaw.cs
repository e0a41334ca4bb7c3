namespace ComplianceRules.Benchmarks;

/// <summary>The limits of the benchmark pack that go by type of school, and which rules apply: written out for the contenders that are written by hand.</summary>
internal struct SchoolLaw
{
    public ushort PupilsMax;
    public int BooksMin;

    /// <summary>A bit for each rule of schools that applies to the type.</summary>
    public uint Applies;

    /// <summary>Rules of boarding schools.</summary>
    public const uint Boarders = (1u << 1) | (1u << 11);

    /// <summary>Rules that depend on the type of school.</summary>
    public const uint OfTypes = OfPrimary | OfCompulsory | (1u << 3) | (1u << 8);

    private const uint AllRules = (1u << 16) - 1;
    private const uint OfPrimary = (1u << 0) | (1u << 9);
    private const uint OfCompulsory = (1u << 4) | (1u << 6) | (1u << 7) | (1u << 13) | (1u << 14);
    private const uint BooksRule = 1u << 8;

    /// <summary>Primary, junior, nine-year, senior and twelve-year schools.</summary>
    public static SchoolLaw[] Types { get; } =
    [
        new() { PupilsMax = 2000, BooksMin = 15_000, Applies = AllRules },
        new() { PupilsMax = 2000, BooksMin = 20_000, Applies = AllRules & ~OfPrimary },
        new() { PupilsMax = 2500, BooksMin = 20_000, Applies = AllRules },
        new() { PupilsMax = 3000, Applies = AllRules & ~OfPrimary & ~OfCompulsory & ~BooksRule },
        new() { PupilsMax = 4000, Applies = AllRules & ~OfPrimary & ~OfCompulsory & ~BooksRule },
    ];
}
