using System.Collections.Immutable;

namespace ComplianceRules.Hosting;

/// <summary>There are no packs to judge by: those that were to be loaded are wrong or cannot be reached.</summary>
public sealed class RulePackLoadException : Exception
{
    private const int MostTold = 10;

    internal RulePackLoadException(PackLoad load)
        : base(MessageOf(load), load.Failure) => Load = load;

    /// <summary>The attempt to load them, with every problem.</summary>
    public PackLoad Load { get; }

    /// <summary>What is wrong, a line each.</summary>
    internal static ImmutableArray<string> FaultsOf(PackLoad load)
    {
        if (load.Failure is { } failure) return [failure.Message];
        string[] errors = [.. load.Errors.Select(e => e.ToString())];
        return errors.Length <= MostTold ? [.. errors] : [.. errors.Take(MostTold), $"and {errors.Length - MostTold} more"];
    }

    private static string MessageOf(PackLoad load) => $"the rule packs cannot be loaded:{Environment.NewLine}{string.Join(Environment.NewLine, FaultsOf(load))}";
}
