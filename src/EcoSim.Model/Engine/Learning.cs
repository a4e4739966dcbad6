using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>Brings a person's skills forward to now, only when someone needs them.</summary>
public static class Learning
{
    /// <summary>
    /// Skills after some months at one job: ds/dt = a·(S − s)₊ − b·s with a = κ·ability·e and b = δ·(1 − e).
    /// Above the frontier a skill only fades, until it meets the frontier; below, it tends to a·S/(a + b).
    /// </summary>
    /// <param name="skill">Skills s at the beginning.</param>
    /// <param name="frontier">Frontier S of the employer, above 0.</param>
    /// <param name="exposure">Exposure e of the job, 0-1.</param>
    /// <param name="speed">κ·ability, per month.</param>
    /// <param name="forgetting">δ, per month.</param>
    /// <param name="months">Time at the job, months.</param>
    /// <remarks>Gap-closing towards the employer's frontier as in Eurace@Unibi (Dawid et al. 2018); closed form derived here.</remarks>
    public static Vector128<float> After(
        Vector128<float> skill, Vector128<float> frontier, Vector128<float> exposure, float speed, Vector128<float> forgetting, float months)
    {
        // A rate of zero would divide zero by zero; one that is this small moves nothing.
        Vector128<float> least = Vector128.Create(1e-9f);
        Vector128<float> a = exposure * speed + least;
        Vector128<float> b = forgetting * (Vector128<float>.One - exposure) + least;
        Vector128<float> all = Vector128.Create(months);
        Vector128<float> above = Vector128.Max(skill / frontier, Vector128<float>.One);
        Vector128<float> fading = Vector128.EqualsAll(above, Vector128<float>.One)
            ? Vector128<float>.Zero
            : Vector128.Min(all, Vector128.Log(above) / b);
        Vector128<float> faded = Vector128.EqualsAll(fading, Vector128<float>.Zero) ? skill : skill * Decay(b * fading);
        Vector128<float> rest = a * frontier / (a + b);
        return rest + (faded - rest) * Decay((a + b) * (all - fading));
    }

    /// <summary>exp(−x) for x ≥ 0, to about the precision of the numbers: 2^n by the exponent's bits, 2^f for |f| ≤ ½ by the series of exp(f·ln 2).</summary>
    /// <remarks>The library's function takes three times as long for the last bit.</remarks>
    private static Vector128<float> Decay(Vector128<float> x)
    {
        const float log2e = 1.44269504f, ln2 = 0.693147181f, least = -126;
        const int bias = 127, mantissa = 23;
        Vector128<float> power = Vector128.Max(-x * log2e, Vector128.Create(least));
        Vector128<float> whole = Vector128.Round(power);
        Vector128<float> f = (power - whole) * ln2;
        Vector128<float> series = Vector128<float>.One + f * (Vector128<float>.One + f * (Vector128.Create(1 / 2f) + f * (Vector128.Create(1 / 6f)
            + f * (Vector128.Create(1 / 24f) + f * (Vector128.Create(1 / 120f) + f * (1 / 720f))))));
        return series * ((Vector128.ConvertToInt32(whole) + Vector128.Create(bias)) << mantissa).AsSingle();
    }

    /// <summary>Where a person learns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Workplace(in Person person) =>
        WorkplaceOfState[(int)person.State] + (person.State == State.Anchor ? person.Employer : 0);

    /// <summary>Workplace of each state; an anchor's number is added. A table, since no branch could guess whose turn it is.</summary>
    private static ReadOnlySpan<byte> WorkplaceOfState =>
        [Training.FirstAnchor, Training.StartUp, Training.Ordinary, Training.StartUp, Training.NoJob, Training.NoJob, Training.NoJob];

    /// <summary>Skills now, without writing them back.</summary>
    public static Vector128<float> Now(World world, int person) => Now(world, world.People[person]);

    /// <summary>Skills now, without writing them back.</summary>
    public static Vector128<float> Now(World world, in Person person)
    {
        Vector128<float> skill = person.Skill;
        int from = person.SkillMonth;
        if (from >= world.Month)
        {
            return skill;
        }

        Training training = world.Training;
        List<Training.Epoch> epochs = training.Epochs(Workplace(person));
        int row = person.Job;
        int e = epochs.Count - 1;
        while (e > 0 && epochs[e].From > from)
        {
            e--;
        }

        for (; e < epochs.Count; e++)
        {
            int until = e + 1 < epochs.Count ? epochs[e + 1].From : world.Month;
            if (until > from)
            {
                skill = After(skill, epochs[e].Frontier, epochs[e].Exposure[row], epochs[e].LearningRate * person.Ability, epochs[e].Forgetting, until - from);
                from = until;
            }
        }

        return skill;
    }

    /// <summary>Brings a person's skills forward to now.</summary>
    public static Vector128<float> BringForward(World world, int person) => BringForward(world, ref world.People[person]);

    /// <summary>Brings a person's skills forward to now.</summary>
    public static Vector128<float> BringForward(World world, ref Person person)
    {
        person.Skill = Now(world, person);
        person.SkillMonth = (short)world.Month;
        return person.Skill;
    }
}
