namespace ComplianceRules.Benchmarks;

/// <summary>What a made-up nation is like. The same shape gives the same facts, byte by byte, on every machine.</summary>
internal sealed record NationShape
{
    public const int UsualClasses = 18;

    public ulong Seed { get; init; } = 1;

    public int Schools { get; init; } = 20_000;

    public int ClassesOfASchool { get; init; } = UsualClasses;

    /// <summary>How many of a hundred facts are not given; grades, stages, ids and regions always are.</summary>
    public double MissingPercent { get; init; }

    /// <summary>How many of a hundred facts break a limit.</summary>
    public double ViolationPercent { get; init; } = 3;

    /// <summary>How many counties the schools lie in, evenly.</summary>
    public int Regions { get; init; } = 100;

    /// <summary>Whether the keys of each object stand in an order of their own.</summary>
    public bool HasShuffledKeys { get; init; }

    /// <summary>Whether regions have names, and schools names of their own.</summary>
    public bool HasNames { get; init; }

    /// <summary>Whether JSON has line breaks and indentation.</summary>
    public bool IsPretty { get; init; }

    public int Classes => checked(Schools * ClassesOfASchool);

    public int SchoolsOfARegion => (Schools + Regions - 1) / Regions;

    /// <summary>The shape with as many counties as give each about so many classes.</summary>
    public NationShape WithRowsOfARegion(int rows)
    {
        int schools = Math.Max(1, (int)Math.Round(rows / (double)ClassesOfASchool));
        return this with { Regions = (Schools + schools - 1) / schools };
    }

    /// <summary>Refuses what no nation is like.</summary>
    public NationShape Checked()
    {
        Require(Schools is >= 1 and <= 2_000_000, "between 1 and 2,000,000 schools");
        Require(ClassesOfASchool is >= 1 and <= 99, "between 1 and 99 classes a school");
        Require(Regions >= 1 && Regions <= Math.Min(Schools, CountyCodes.Most), $"between 1 and {CountyCodes.Most} regions, and no more than schools");
        Require(MissingPercent is >= 0 and <= 100 && ViolationPercent is >= 0 and <= 100, "rates from 0 to 100");
        return this;
    }

    private static void Require(bool holds, string what)
    {
        if (!holds) throw new ArgumentException($"a nation has {what}");
    }
}
