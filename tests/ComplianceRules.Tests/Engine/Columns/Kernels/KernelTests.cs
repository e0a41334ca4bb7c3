namespace ComplianceRules.Tests.Engine.Columns.Kernels;

public sealed class KernelTests
{
    public static TheoryData<string> Names => [.. KernelChecks.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kernel_does_what_a_plain_loop_does(string name)
    {
        for (int seed = 1; seed <= 3; seed++) KernelChecks.All[name](new Random(seed));
    }
}
