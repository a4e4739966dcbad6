using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Compute;

/// <summary>Terms of each way to get compute for young firms and for others, this month; by 2 × way + 1 for the young.</summary>
internal sealed class Tariffs(Parameters parameters)
{
    private const int Ways = 1 + (int)ComputeMode.Service;

    private static readonly bool[] YoungOrNot = [true, false];

    private double _saving;
    private double _average;
    private double _list;
    private double _fee;
    private double _friction;

    /// <summary>Units asked of the anchors' clouds per unit of need.</summary>
    public double[] Asked { get; } = new double[2 * Ways];

    /// <summary>1 where the firm owns its hardware, and where it rents from an anchor.</summary>
    public double[] Owned { get; } = new double[2 * Ways];
    public double[] Rented { get; } = new double[2 * Ways];

    /// <summary>Paid per unit of need, what is paid a month whatever the need, and what list price would have cost more per unit of need.</summary>
    public double[] Price { get; } = new double[2 * Ways];
    public double[] Fee { get; } = new double[2 * Ways];
    public double[] Discount { get; } = new double[2 * Ways];

    /// <summary>Share of the need that comes through.</summary>
    public double[] Served { get; } = new double[2 * Ways];

    /// <summary>The terms of four firms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Four(double[] terms, Concerns concerns, int place) => Vector256.Create(
        terms[concerns[place].Tariff], terms[concerns[place + 1].Tariff], terms[concerns[place + 2].Tariff], terms[concerns[place + Column.Lanes - 1].Tariff]);

    /// <summary>Number of the terms of a way to get compute, for young firms or others.</summary>
    public static byte At(ComputeMode way, bool young) => (byte)(2 * (int)way + (young ? 1 : 0));

    /// <summary>Notes the month's prices.</summary>
    /// <param name="world">The world.</param>
    /// <param name="average">Price of the average cloud.</param>
    /// <param name="list">List price of the anchor's cloud; not a number without one.</param>
    /// <param name="fee">Fee for ready-made services.</param>
    /// <param name="friction">Cost of using the anchor's cloud over its price.</param>
    public void Refresh(World world, double average, double list, double fee, double friction)
    {
        (_saving, _average, _list, _fee, _friction) = (world.ServiceSaving, average, list, fee, friction);
        foreach (bool young in YoungOrNot)
        {
            Asked[At(ComputeMode.Cloud, young)] = 1;
            Asked[At(ComputeMode.Service, young)] = 1 - _saving;
            Owned[At(ComputeMode.Own, young)] = 1;
            Rented[At(ComputeMode.Cloud, young)] = 1;
            Rented[At(ComputeMode.Service, young)] = 1;
        }
    }

    /// <summary>Sets what is paid now that the share served is known.</summary>
    /// <param name="world">The world.</param>
    /// <param name="served">Share of customers' demand that the anchors' clouds serve.</param>
    /// <param name="hardware">Price of hardware for a unit a month.</param>
    /// <param name="staff">Wages of those who keep own hardware running.</param>
    public void Charge(World world, double served, double hardware, double staff)
    {
        ComputeParameters p = parameters.Compute;
        foreach (bool young in YoungOrNot)
        {
            double price = _list * (young ? 1 - parameters.Channels.Cloud * p.StartUpDiscount : 1);
            Served[At(ComputeMode.None, young)] = 1;
            Served[At(ComputeMode.Own, young)] = 1 / (1 + p.OwnFriction);
            Served[At(ComputeMode.OtherCloud, young)] = 1 / (1 + p.OtherCloudFriction);
            Price[At(ComputeMode.Own, young)] = hardware * Hazard.PerMonth(p.HardwareRunning);
            Price[At(ComputeMode.OtherCloud, young)] = _average;
            Fee[At(ComputeMode.Own, young)] = staff;
            Fee[At(ComputeMode.Service, young)] = _fee;
            if (world.Anchors.Length > 0)
            {
                Rent(At(ComputeMode.Cloud, young), served, price, served);
                Rent(At(ComputeMode.Service, young), served * (1 - _saving), price, served);
            }
        }
    }

    private void Rent(int at, double units, double price, double served)
    {
        Served[at] = served / (1 + _friction);
        Price[at] = units * price;
        Discount[at] = units * (_list - price);
    }
}
