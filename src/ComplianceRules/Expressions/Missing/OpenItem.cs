namespace ComplianceRules.Expressions;

/// <summary>An item of a list that may turn out not to be in it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Trail">What it stands on.</param>
/// <param name="Presence">What has to hold for it to be in the list.</param>
internal readonly record struct OpenItem(ListItem Item, ItemTrail Trail, OpenNode Presence);
