using System.Collections.Immutable;
using System.Text.Json;

namespace ComplianceRules.Benchmarks;

/// <summary>A school and the classes that it has.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, which says that it is made up.</param>
/// <param name="FromGrade">Its lowest grade.</param>
/// <param name="ToGrade">Its highest grade.</param>
/// <param name="Classes">Parallel classes of each grade.</param>
/// <param name="Facts">What else is known of it, whatever the recipe draws for others.</param>
internal sealed record SchoolRecipe(string Id, string Name, int FromGrade, int ToGrade, int Classes, ImmutableDictionary<string, JsonElement> Facts);
