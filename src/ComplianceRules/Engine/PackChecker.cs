using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Checks packs against each other: names, types, units, stacks.</summary>
public static class PackChecker
{
    /// <summary>Checks every pack of a load; only what has passed can be run.</summary>
    /// <param name="packs">The packs.</param>
    /// <returns>The catalogue, unless there are errors, and every diagnostic in file order.</returns>
    public static Checked<Catalogue> Check(PackSet packs) => throw new NotImplementedException(packs?.ToString());
}
