using System.Collections.Immutable;
using System.Text.Json;

namespace ComplianceRules.Benchmarks;

/// <summary>A school and the classes that it has.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, which says that it is made up.</param>
/// <param name="FromGrade">Its lowest grade.</param>
/// <param name="ToGrade">Its highest grade.</param>
/// <param name="Classes">Parallel classes of each grade.</param>
/// <param name="Lapses">How many times as often as in the recipe what is rare happens in it: breaches, values at a limit; 1 where the recipe says it for all schools.</param>
/// <param name="Facts">What else is known of it, whatever the recipe draws for others.</param>
internal sealed record SchoolRecipe(string Id, string Name, int FromGrade, int ToGrade, int Classes, decimal Lapses, ImmutableDictionary<string, JsonElement> Facts);
